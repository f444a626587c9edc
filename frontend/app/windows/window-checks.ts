import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Day, WindowCheck, WindowView } from '../../api/contract';
import { pageLanguage } from '../look/language';
import { Notices } from '../look/notices';
import { shortDay } from '../look/time-words';
import { RecordChanges } from '../participants/record-changes';
import { problemOf, wrongWith } from '../problems/problem-words';
import { Session } from '../session/session';
import { CHECK_LABEL } from './window-words';
import { WindowsApi } from './windows-api';

/** What to have seen to in these days; each line is ticked with one touch, and unticked with another. */
@Component({
  selector: 'app-window-checks',
  imports: [MatButton],
  template: `
    <fieldset>
      <legend>Seen to: {{ doneCount() }} of {{ lines().length }}</legend>
      @for (line of lines(); track line.check) {
        <div class="line">
          <label class="tick">
            <input
              type="checkbox"
              [checked]="line.doneOn !== null"
              [disabled]="saving() === line.check"
              (change)="toggle(line)"
            />
            <span>
              {{ label[line.check] }}
              @if (line.doneOn) {
                <small class="quiet">{{ told(line) }}</small>
              }
            </span>
          </label>
          @if (line.check === 'naloxone' && line.doneOn && asking()) {
            <div class="field">
              <label [for]="window().windowId + '-expiry'">Good until (on the box)</label>
              <div class="row">
                <input
                  type="date"
                  [id]="window().windowId + '-expiry'"
                  [value]="line.expiresOn ?? ''"
                  [attr.min]="today()"
                  #expiry
                />
                <button matButton="tonal" type="button" (click)="sayExpiry(line, expiry.value)">Save</button>
                <button matButton type="button" (click)="asking.set(false)">Not now</button>
              </div>
              <p class="wrong" role="alert">{{ wrong() }}</p>
            </div>
          } @else if (line.check === 'naloxone' && line.doneOn && !line.expiresOn) {
            <button matButton type="button" (click)="asking.set(true)">Add its expiry</button>
          }
        </div>
      }
    </fieldset>
  `,
  styles: `
    legend {
      font-weight: 600;
    }
    .line {
      display: grid;
      justify-items: start;
    }
    small {
      display: block;
    }
    .row input {
      width: auto;
    }
    .wrong:empty {
      display: none;
    }
  `,
})
export class WindowChecks {
  readonly window = input.required<WindowView>();

  private readonly api = inject(WindowsApi);
  private readonly notices = inject(Notices);
  private readonly changes = inject(RecordChanges);
  private readonly session = inject(Session);
  protected readonly label = CHECK_LABEL;
  protected readonly saving = signal<string | null>(null);
  protected readonly asking = signal(false);
  protected readonly wrong = signal('');
  protected readonly today = computed(() => this.session.today());
  /** As the server has just said, until the page has read it again. */
  protected readonly lines = linkedSignal(() => this.window().checks);
  protected readonly doneCount = computed(() => this.lines().filter(({ doneOn }) => doneOn).length);

  protected told({ doneOn, doneBy, expiresOn }: WindowCheck): string {
    const language = pageLanguage();
    const who = `${shortDay(doneOn!, language)}, ${doneBy?.name ?? ''}`;
    if (!expiresOn) return who;
    const until = shortDayWithYear(expiresOn);
    return expiresOn < this.today()
      ? `${who} · expired ${until}: help them get a new one`
      : `${who} · good until ${until}`;
  }

  protected async toggle(line: WindowCheck): Promise<void> {
    const isDone = line.doneOn === null;
    this.asking.set(isDone && line.check === 'naloxone');
    await this.save(line, { isDone });
  }

  protected async sayExpiry(line: WindowCheck, expiresOn: Day): Promise<void> {
    if (!expiresOn) return this.asking.set(false);
    if (await this.save(line, { isDone: true, doneOn: line.doneOn!, expiresOn })) this.asking.set(false);
  }

  private async save(
    line: WindowCheck,
    tick: { isDone: boolean; doneOn?: Day; expiresOn?: Day },
  ): Promise<boolean> {
    this.saving.set(line.check);
    this.wrong.set('');
    try {
      const { checks } = await this.api.tick(this.window().windowId, line, tick);
      this.lines.set(checks);
      return true;
    } catch (failure) {
      const problem = problemOf(failure);
      const words = wrongWith(problem, 'expiresOn');
      if (words) this.wrong.set(words);
      else
        void this.notices.say(
          problem.status === 412 ? 'Somebody just ticked this; here is how it is now.' : problem.detail,
        );
      // the box shows what is, not what was touched
      this.lines.set([...this.window().checks]);
      this.changes.lookAgain();
      return false;
    } finally {
      this.saving.set(null);
    }
  }
}

function shortDayWithYear(day: Day): string {
  return new Intl.DateTimeFormat(pageLanguage() === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}
