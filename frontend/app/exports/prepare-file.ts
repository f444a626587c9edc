import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Wanted } from '../../api/export-contract';
import { Icon } from '../look/icon';
import { Notices } from '../look/notices';
import { asking } from './asking';
import { wantedWords } from './export-words';

/** Asks for a file from wherever one is; whoever did goes on working and is told when it is ready. */
@Component({
  selector: 'app-prepare-file',
  imports: [Icon, MatButton],
  template: `
    <button matButton="outlined" type="button" [disabled]="asked.isAsking()" (click)="prepare()">
      <app-icon name="sheet" /><ng-content />
    </button>
    @if (asked.problem(); as problem) {
      <p role="alert">{{ problem.detail }}</p>
    }
  `,
  styles: `
    p {
      margin-block-start: 8px;
      color: var(--mat-sys-error);
      font-weight: 550;
    }
  `,
})
export class PrepareFile {
  readonly wanted = input.required<Wanted>();

  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  protected readonly asked = asking();

  protected async prepare(): Promise<void> {
    const wanted = this.wanted();
    if (await this.asked.ask(wanted))
      void this.notices.say(
        $localize`${wantedWords(wanted)}:name: is being prepared. Go on working; you will be told.`,
        { label: $localize`Exports`, undo: () => void this.router.navigate(['/exports']) },
      );
  }
}
