import { httpResource } from '@angular/common/http';
import { Service } from '@angular/core';
import type { CaseloadPage } from '../../api/contract';
import { askingAgain } from '../live/asking-again';

/**
 * The caseload as it was last seen, shown at once when one comes back to it and then brought up to date.
 * With it the place in the list, which on a desk scrolls by itself.
 */
@Service()
export class CaseloadKept {
  readonly page = httpResource<CaseloadPage>(() => '/api/caseload');
  readonly refresh = askingAgain(this.page);
  listPlace = 0;
}
