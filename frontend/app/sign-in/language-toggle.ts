import { Component } from '@angular/core';
import type { Language } from '../../api/contract';
import { openIn, pageLanguage } from '../look/language';

/** English or Spanish, each in its own words. */
@Component({
  selector: 'app-language-toggle',
  template: `
    @for (choice of choices; track choice.language) {
      <button
        type="button"
        [attr.lang]="choice.language"
        [attr.aria-pressed]="choice.language === current"
        (click)="choose(choice.language)"
      >
        {{ choice.words }}
      </button>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      padding: 4px;
      border-radius: 999px;
      background: var(--mat-sys-surface-container-high);
    }
    button {
      min-height: 48px;
      padding: 0 20px;
      border: 0;
      border-radius: 999px;
      background: none;
      color: var(--mat-sys-on-surface-variant);
      font-weight: 550;
      cursor: pointer;
    }
    [aria-pressed='true'] {
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-on-surface);
      box-shadow: var(--shadow);
    }
  `,
})
export class LanguageToggle {
  protected readonly choices: { language: Language; words: string }[] = [
    { language: 'en', words: 'English' },
    { language: 'es', words: 'Español' },
  ];
  protected readonly current = pageLanguage();

  protected choose(language: Language): void {
    openIn(language);
  }
}
