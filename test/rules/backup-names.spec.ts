import { backupName, tooManyBackups, unfinishedBackups } from '../../backend/backup/backup-names.rules.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 2, day, 3, 4, 5, 678));
const clusters = [1, 2, 3, 4].map((day) => backupName('cluster', at(day)));

test('a name says when, and nothing of whose it is', () => {
  expect(backupName('cluster', at(1))).toBe('alongside-20260301T030405Z.cluster.tar.zst.age');
});

test('the newest stay, whatever order a folder lists them in', () => {
  expect(tooManyBackups([clusters[2]!, clusters[0]!, clusters[3]!, clusters[1]!], 2).sort()).toEqual(
    clusters.slice(0, 2),
  );
  expect(tooManyBackups(clusters, 14)).toEqual([]);
});

test('dumps do not push copies of a cluster out', () => {
  const dumps = [5, 6, 7].map((day) => backupName('dump', at(day)));
  expect(tooManyBackups([...clusters, ...dumps], 3)).toEqual([clusters[0]]);
});

test.each([
  'alongside-20260301T030405Z.cluster.tar.zst.age.part',
  'my alongside-20260301T030405Z.cluster.tar.zst.age',
  'alongside-2026.cluster.tar.zst.age',
  'alongside-key.txt',
  'thesis.txt',
])('%s is not ours to delete', (name) => {
  expect(tooManyBackups([name, ...clusters], 1)).not.toContain(name);
});

test('what was left unfinished is known by its name', () => {
  const [part, other] = [`${clusters[0]}.part`, 'thesis.part'];
  expect(unfinishedBackups([part, other, clusters[1]!])).toEqual([part]);
});
