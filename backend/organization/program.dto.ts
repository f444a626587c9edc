/** A service line or grant inside the organization. */
export class ProgramView {
  programId!: string;
  name!: string;
  /** From this day on nobody is enrolled in it; null while it is open. */
  closedOn!: string | null;
  version!: number;
}

export class ProgramList {
  items!: ProgramView[];
}
