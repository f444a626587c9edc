export type {
  ProgramView as Program,
  Report as ReportPage,
  ReportCell,
  ReportColumn,
  ReportRow,
  ReportTable as ReportedTable,
  RetentionCurve,
} from './generated/models';
