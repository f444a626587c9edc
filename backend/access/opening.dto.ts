import { IsIn, IsOptional } from 'class-validator';
import { IsOne, Words } from '../http/fields.js';
import { IsNewPassword } from './new-password.js';
import { PasskeyMade } from './passkey.dto.js';
import { LANGUAGES, type Language, ROLES, type Role } from './roles.js';

export class InvitationKey {
  /** What is behind `/invitation/` in a link, or the code on a card as somebody typed it. */
  @Words(200, 1)
  key!: string;
}

/** Opens an account with a passphrase, or with a passkey made for `POST api/opening/passkey`. */
export class OpenAccount extends InvitationKey {
  @IsOptional()
  @IsNewPassword()
  password?: string;

  @IsOptional()
  @IsOne(() => PasskeyMade)
  passkey?: PasskeyMade;
}

export class InvitationView {
  name!: string;
  signInName!: string;
  /** To a participant its neutral name, which may be empty: others may read along. */
  organizationName!: string;
  organization!: string;
  @IsIn(ROLES)
  role!: Role;
  @IsIn(LANGUAGES)
  language!: Language;
}
