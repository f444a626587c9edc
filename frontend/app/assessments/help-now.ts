import { Component, computed, inject, input } from '@angular/core';
import type { HelpNowView } from '../../api/contract';
import { Icon } from '../look/icon';
import { pageLanguage } from '../look/language';
import { dayOf, dayWords, timeOf } from '../look/time-words';
import { Session } from '../session/session';

/** Help before anything else: who can talk right now, and when somebody here can read what is sent. */
@Component({
  selector: 'app-help-now',
  imports: [Icon],
  template: `
    @let help = this.help();
    <section class="card stack" aria-labelledby="help-now-title">
      <h2 id="help-now-title" tabindex="-1" i18n="@@helpNow.title">You don’t have to be alone with this</h2>
      <p i18n="@@helpNow.988">
        Someone at 988 can talk with you right now, day or night. It is free, and you need not say your name.
      </p>
      <div class="ways">
        <a class="button" href="tel:988"
          ><app-icon name="phone" /><span i18n="@@helpNow.call">Call 988 now</span></a
        >
        <a class="button soft" href="sms:988"
          ><app-icon name="text" /><span i18n="@@helpNow.text">Text 988 now</span></a
        >
        @if (help.phone) {
          <a class="button soft" [href]="'tel:' + digits()"
            ><app-icon name="phone" /><span i18n="@@helpNow.us">Call us: {{ help.phone }}</span></a
          >
        }
      </div>
      @if (isTold()) {
        <p>
          <b i18n="@@helpNow.told">We have told the people here who can answer.</b>&ngsp;<span>{{
            when()
          }}</span>
        </p>
      } @else {
        <p>{{ when() }}</p>
        <p i18n="@@helpNow.notSent">Nothing is sent until you send it. You can stop here and talk first.</p>
      }
    </section>
  `,
  styles: `
    section {
      background: var(--mat-sys-primary-container);
      color: var(--mat-sys-on-primary-container);
      box-shadow: none;
    }
    h2 {
      outline: none;
    }
    .ways {
      display: grid;
      gap: 10px;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
    }
    .soft {
      background: var(--mat-sys-surface-container-lowest);
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class HelpNow {
  readonly help = input.required<HelpNowView>();
  /** It was sent; before that, nothing was. */
  readonly isTold = input(false);

  private readonly session = inject(Session);
  private readonly language = pageLanguage();
  protected readonly digits = computed(() => this.help().phone.replaceAll(/[^+\d]/g, ''));
  /** When somebody here can read it, without promising that they have. */
  protected readonly when = computed(() => {
    const { nobodyBefore, coachName } = this.help();
    const isTold = this.isTold();
    if (nobodyBefore) {
      const zone = this.session.timeZone();
      const day = dayWords(dayOf(nobodyBefore, zone), this.session.today(), this.language);
      const from = `${day}, ${timeOf(nobodyBefore, zone, this.language)}`;
      return isTold
        ? $localize`:@@helpNow.toldThen:It may be that nobody here can read it before ${from}:when:. 988 answers now.`
        : $localize`:@@helpNow.then:Nobody here may be able to read what you send before ${from}:when:. 988 answers now.`;
    }
    if (isTold)
      return coachName
        ? $localize`:@@helpNow.toldNowCoach:Somebody here can read it now. ${coachName}:name: can read it too. 988 answers at once.`
        : $localize`:@@helpNow.toldNow:Somebody here can read it now. 988 answers at once.`;
    return coachName
      ? $localize`:@@helpNow.nowCoach:Somebody here can read what you send now. ${coachName}:name: can read it too. 988 answers at once.`
      : $localize`:@@helpNow.now:Somebody here can read what you send now. 988 answers at once.`;
  });
}
