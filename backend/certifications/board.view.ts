import { ApiProperty } from '@nestjs/swagger';
import { StaffName } from '../participants/participant.dto.js';
import { CertificationView, EducationView, SupervisionMinutes } from './certification.view.js';

export class BoardContacts {
  /** How: by phone, in person …; "not said" where nobody said. */
  @ApiProperty({ example: 'in person' })
  way!: string;
  reachedCount!: number;
  attemptCount!: number;
  /** Of those reached, where somebody said how long. */
  minutes!: number;
}

/** What a certifying board asks of one coach, over a period. Nobody whom they walk with is part of it. */
export class BoardExport {
  coach!: StaffName;
  organizationName!: string;
  from!: string;
  to!: string;
  madeOn!: string;
  certifications!: CertificationView[];
  /** Confirmed entries of the period, the first first. */
  education!: EducationView[];
  educationHours!: number;
  supervision!: SupervisionMinutes;
  contacts!: BoardContacts[];
}
