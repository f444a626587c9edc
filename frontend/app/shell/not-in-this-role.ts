import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Role } from '../../api/contract';
import { Notices } from '../look/notices';
import { ROLE_LABEL } from '../people/role-words';
import { problemOf } from '../problems/problem-words';
import { ActingRole } from '../session/acting-role';
import { PagesOfOtherRoles } from '../session/pages-of-other-roles';
import { Session } from '../session/session';
import { NothingHere } from './nothing-here';

/** Under this, their own address follows: what staff who are in the program asked for among their own pages. */
const OWN = /^\/own(?=\/)/;

/** No page of the role that acts: one of another role of theirs is a tap away, anything else is nothing. */
@Component({
  imports: [MatButton, NothingHere],
  template: `
    @if (roles.length) {
      <div class="page" lang="en">
        <h1 data-page>This page is in another of your roles</h1>
        <p>You act as {{ acting }} now. Switch, and it opens.</p>
        <div class="row">
          @for (role of roles; track role) {
            <button matButton="filled" type="button" [disabled]="isGoing()" (click)="act(role)">
              Switch to {{ role === 'participant' ? 'my own pages' : label[role].toLowerCase() }}
            </button>
          }
        </div>
      </div>
    } @else {
      <app-nothing-here />
    }
  `,
})
export class NotInThisRole {
  private readonly actingRole = inject(ActingRole);
  private readonly notices = inject(Notices);
  private readonly me = inject(Session).me();
  private readonly url = inject(Router).url;
  protected readonly label = ROLE_LABEL;
  protected readonly acting = this.me ? ROLE_LABEL[this.me.role].toLowerCase() : '';
  protected readonly roles: Role[] = this.rolesOfPage(inject(PagesOfOtherRoles));
  protected readonly isGoing = signal(false);

  protected async act(role: Role): Promise<void> {
    this.isGoing.set(true);
    try {
      await this.actingRole.change(role, this.url.replace(OWN, ''));
    } catch (failure) {
      this.isGoing.set(false);
      void this.notices.say(problemOf(failure).detail);
    }
  }

  private rolesOfPage(pages: PagesOfOtherRoles): Role[] {
    const { role: acting, roles } = this.me ?? { role: null, roles: [] };
    const others = roles.filter((role) => role !== acting);
    // whose of their work a page is, their own pages don't know
    if (acting === 'participant') return others;
    const whose = OWN.test(this.url) ? ['participant'] : pages.of(this.url.split(/[?#]/)[0]!.slice(1));
    return others.filter((role) => whose.includes(role));
  }
}
