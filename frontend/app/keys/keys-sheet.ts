import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { isCharacter, pressesOf } from './key-map';
import { type Key, Keys } from './keys';

/** Every key that works on the page below, and those that work everywhere. */
@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>Keys</h2>
    <mat-dialog-content>
      <div class="stack">
        @for (group of groups; track group.name) {
          @if (group.lines.length) {
            <section class="stack">
              <h3>{{ group.name }}</h3>
              <dl>
                @for (line of group.lines; track line) {
                  <div [class.off]="line.isCharacter && !keys.isOn()">
                    <dt>
                      @for (press of line.presses; track $index) {
                        @if ($index) {
                          <span class="quiet">then</span>
                        }
                        @for (part of press; track part) {
                          @if ($index) {
                            <span aria-hidden="true">+</span>
                          }
                          <kbd>{{ part }}</kbd>
                        }
                      }
                    </dt>
                    <dd>{{ line.says }}</dd>
                  </div>
                }
              </dl>
            </section>
          }
        }
        <label class="tick">
          <input type="checkbox" [checked]="keys.isOn()" (change)="keys.turn($any($event.target).checked)" />
          <span>Keys of a single letter or sign <span class="quiet">(kept in this browser)</span></span>
        </label>
      </div>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" mat-dialog-close type="button">Close</button>
    </mat-dialog-actions>
  `,
  styleUrl: './keys-sheet.scss',
})
export class KeysSheet {
  protected readonly keys = inject(Keys);
  private readonly shown = inject<Key[]>(MAT_DIALOG_DATA);
  protected readonly groups = [
    {
      name: 'On this page',
      lines: this.lines(({ isEverywhere, isOfCard }) => !isEverywhere && !isOfCard?.()),
    },
    { name: 'On the card you are on', lines: this.lines(({ isOfCard }) => isOfCard?.() ?? false) },
    { name: 'Everywhere', lines: this.lines(({ isEverywhere }) => isEverywhere ?? false) },
  ];

  private lines(belongs: (key: Key) => boolean) {
    return this.shown
      .filter(belongs)
      .map(({ key, says }) => ({ key, says, presses: pressesOf(key), isCharacter: isCharacter(key) }));
  }
}
