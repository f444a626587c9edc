import type { CaseloadItem, Standing } from '../../api/contract';

/** Letters without marks and case: "José" is found by "jose". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Those of this standing (any when null) whose preferred or legal name has the text in it; order kept. */
export function findInCaseload(
  items: CaseloadItem[],
  standing: Standing | null,
  find: string,
): CaseloadItem[] {
  const wanted = plain(find);
  return items.filter(
    (item) =>
      (standing === null || item.standing.is === standing) &&
      (plain(item.preferredName).includes(wanted) || plain(item.legalName).includes(wanted)),
  );
}
