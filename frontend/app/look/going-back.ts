import { Location } from '@angular/common';
import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';

/** Back to where one came from; to the fallback when this page was opened by its own address. */
@Service()
export class GoingBack {
  private readonly location = inject(Location);
  private readonly router = inject(Router);

  back(fallback: string): void {
    const { navigationId } = (this.location.getState() ?? {}) as { navigationId?: number };
    if (navigationId && navigationId > 1) return this.location.back();
    void this.router.navigateByUrl(fallback);
  }
}
