export type {
  ProgramView as Program,
  Report as ReportPage,
  ReportCell,
  ReportColumn,
  ReportGivenOut,
  ReportRow,
  ReportTable as ReportedTable,
  RetentionCurve,
  RetentionOfRow,
} from './generated/models';
