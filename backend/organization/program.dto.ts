/** A service line or grant inside the organization. */
export class ProgramView {
  programId!: string;
  name!: string;
}

export class ProgramList {
  items!: ProgramView[];
}
