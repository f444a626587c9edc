import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { OrganizationDetails, OrganizationSettings, ProgramChoice } from '../../api/contract';
import { onVersion } from '../contacts/contacts-api';

/** What an administrator sets about the organization and its programs. */
@Service()
export class SettingsApi {
  private readonly http = inject(HttpClient);

  set(version: number, details: OrganizationDetails): Promise<OrganizationSettings> {
    return firstValueFrom(this.http.put<OrganizationSettings>('/api/settings', details, onVersion(version)));
  }

  /** @param programId made by the page, so that what is sent twice is one program */
  addProgram(programId: string, name: string): Promise<ProgramChoice> {
    return firstValueFrom(this.http.post<ProgramChoice>('/api/programs', { programId, name }));
  }

  renameProgram(
    { programId, version }: Pick<ProgramChoice, 'programId' | 'version'>,
    name: string,
  ): Promise<ProgramChoice> {
    return firstValueFrom(
      this.http.put<ProgramChoice>(`/api/programs/${programId}`, { name }, onVersion(version)),
    );
  }

  closeProgram(program: ProgramChoice): Promise<ProgramChoice> {
    return this.step(program, 'close');
  }

  openProgram(program: ProgramChoice): Promise<ProgramChoice> {
    return this.step(program, 'open');
  }

  private step({ programId, version }: ProgramChoice, step: 'close' | 'open'): Promise<ProgramChoice> {
    return firstValueFrom(
      this.http.post<ProgramChoice>(`/api/programs/${programId}/${step}`, {}, onVersion(version)),
    );
  }
}
