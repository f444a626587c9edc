import { Component } from '@angular/core';
import { LanguageToggle } from './language-toggle';

/** The frame of the pages before the door: our mark, the page, the choice of language. */
@Component({
  selector: 'app-door-step',
  imports: [LanguageToggle],
  template: `
    <header>
      <svg viewBox="0 0 32 32" aria-hidden="true"><path d="M10 25c0-7 1-12 4-17M18 25c0-7 1-12 4-17" /></svg>
      <span>Alongside</span>
    </header>
    <main id="main"><ng-content /></main>
    <footer><app-language-toggle /></footer>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-rows: auto 1fr auto;
      gap: 24px;
      min-height: 100dvh;
      padding: 24px var(--page-gap);
    }
    header {
      display: flex;
      align-items: center;
      gap: 12px;
      font: 600 1.25rem var(--brand);
    }
    svg {
      inline-size: 40px;
      block-size: 40px;
      border-radius: 13px;
      background: var(--mat-sys-primary);
      fill: none;
      stroke: var(--mat-sys-on-primary);
      stroke-width: 3;
      stroke-linecap: round;
    }
    main {
      align-self: center;
      justify-self: center;
      width: min(100%, 960px);
    }
    footer {
      display: flex;
      justify-content: center;
    }
  `,
})
export class DoorStep {}
