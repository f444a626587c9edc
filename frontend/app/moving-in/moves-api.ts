import { HttpClient, HttpEventType } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { filter, firstValueFrom, map, tap } from 'rxjs';
import { onVersion } from '../contacts/contacts-api';
import type { Matching, Move, MoveKind } from '../../api/moving-contract';

export interface FileToSend {
  /** Made once for a file and a sheet: sent twice it is one. */
  moveId: string;
  kind: MoveKind;
  file: Blob;
  fileName: string;
  sheetName?: string;
}

/** What is done to files on their way in. */
@Service()
export class MovesApi {
  private readonly http = inject(HttpClient);
  /** Files that this page still holds, so that another sheet of one is read without choosing it anew. */
  private readonly held = new Map<string, FileToSend>();

  heldOf({ moveId }: { moveId: string }): FileToSend | null {
    return this.held.get(moveId) ?? null;
  }

  /** @param sent told the part that has left this device, 0 to 1, as often as it grows */
  send(to: FileToSend, sent: (part: number) => void): Promise<Move> {
    const { moveId, kind, file, fileName, sheetName } = to;
    this.held.set(moveId, to);
    const answer = this.http.put<Move>(`/api/moving-in/${moveId}`, file, {
      params: { kind, fileName, ...(sheetName ? { sheetName } : {}) },
      headers: { 'content-type': 'application/octet-stream' },
      observe: 'events',
      reportUploadProgress: true,
    });
    return firstValueFrom(
      answer.pipe(
        tap((event) => {
          if (event.type === HttpEventType.UploadProgress) sent(event.loaded / (event.total ?? file.size));
        }),
        filter((event) => event.type === HttpEventType.Response),
        map((event) => event.body!),
      ),
    );
  }

  match({ moveId, version }: Move, matching: Matching): Promise<Move> {
    return firstValueFrom(
      this.http.put<Move>(`/api/moving-in/${moveId}/matching`, matching, onVersion(version)),
    );
  }

  go({ moveId, version }: Move, leaveOutRefused: boolean): Promise<Move> {
    return firstValueFrom(
      this.http.post<Move>(`/api/moving-in/${moveId}/go`, { leaveOutRefused }, onVersion(version)),
    );
  }

  forget({ moveId }: { moveId: string }): Promise<unknown> {
    return firstValueFrom(this.http.delete(`/api/moving-in/${moveId}`));
  }
}
