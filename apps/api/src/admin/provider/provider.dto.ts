import { IsOptional } from 'class-validator';
import { LinkToken } from '../accounts/accounts.dto.ts';

/** A way to the provider; with an invitation, which is accepted on the way back. */
export class ProviderSignInDto {
  @IsOptional()
  @LinkToken()
  invitation?: string;
}
