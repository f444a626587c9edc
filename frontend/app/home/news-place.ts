import { Directive, effect, inject, input, ViewContainerRef } from '@angular/core';
import type { HomePage } from '../../api/contract';

/**
 * Where Home tells of another coach, and welcomes whoever was here before. That is seldom, so the lines with their words
 * are fetched only then; where they could not be fetched, the next look at the page tries again.
 */
@Directive({ selector: '[appNews]' })
export class NewsPlace {
  readonly appNews = input.required<HomePage>();
  private readonly place = inject(ViewContainerRef);

  constructor() {
    effect(() => {
      const home = this.appNews();
      if (home.newCoach || home.stays.some(({ throughOn }) => throughOn) || this.place.length)
        import('./news').then(({ tell }) => tell(this.place, home)).catch(() => undefined);
    });
  }
}
