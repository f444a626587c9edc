import { Directive, effect, inject, input, ViewContainerRef } from '@angular/core';
import type { HomePage } from '../../api/contract';

/**
 * Where Home tells of another coach. That is seldom, so the line with its words is fetched only then; where it could
 * not be fetched, the next look at the page tries again.
 */
@Directive({ selector: '[appNewCoach]' })
export class NewCoachPlace {
  readonly appNewCoach = input.required<HomePage>();
  private readonly place = inject(ViewContainerRef);

  constructor() {
    effect(() => {
      const home = this.appNewCoach();
      if (home.newCoach || this.place.length)
        import('./new-coach').then(({ tell }) => tell(this.place, home)).catch(() => undefined);
    });
  }
}
