import { Service } from '@angular/core';
import type { Role } from '../../api/contract';

/** An address that is a page, but of roles other than the one that acts: whoever holds one of them too may switch. */
@Service()
export class PagesOfOtherRoles {
  private path = '';
  private roles: readonly Role[] = [];

  /** @param path without the slash before it */
  refused(path: string, roles: readonly Role[]): void {
    this.roles = path === this.path ? [...this.roles, ...roles] : roles;
    this.path = path;
  }

  /** Whose page it is; of nobody's where it was not refused last. */
  of(path: string): readonly Role[] {
    return path === this.path ? this.roles : [];
  }
}
