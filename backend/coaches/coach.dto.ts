import { IsDay, Words } from '../http/fields.js';

/** The credential a coach works under, from its first day through its last. */
export class NewCertification {
  @Words(100, 1)
  kind!: string;

  @Words(200, 1)
  issuer!: string;

  @Words(100, 1)
  number!: string;

  @IsDay()
  firstOn!: string;

  @IsDay()
  lastOn!: string;
}
