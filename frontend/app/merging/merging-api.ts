import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  DuplicatePairs,
  Merged,
  MergeRecords,
  MergeUndone,
  PossibleDuplicates,
} from '../../api/merging-contract';

interface Two {
  firstId: string;
  secondId: string;
}

/** Who may be here under two records, and what is said and done about it. */
@Service()
export class MergingApi {
  private readonly http = inject(HttpClient);

  whoIsThis(who: { preferredName: string; legalName: string; phone: string }): Promise<PossibleDuplicates> {
    return firstValueFrom(this.http.post<PossibleDuplicates>('/api/duplicates/possible', who));
  }

  tellApart(two: Two): Promise<DuplicatePairs> {
    return firstValueFrom(this.http.post<DuplicatePairs>('/api/duplicates/told-apart', two));
  }

  tellTogether(two: Two): Promise<DuplicatePairs> {
    return firstValueFrom(this.http.post<DuplicatePairs>('/api/duplicates/told-together', two));
  }

  merge(asked: MergeRecords): Promise<Merged> {
    return firstValueFrom(this.http.post<Merged>('/api/merges', asked));
  }

  undo(mergeId: string): Promise<MergeUndone> {
    return firstValueFrom(this.http.post<MergeUndone>(`/api/merges/${mergeId}/undo`, {}));
  }
}
