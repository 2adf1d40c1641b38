import type { NewVerification } from '#contract';
import { NewVerificationDto } from '../admin/verification/verification.dto.ts';
import { validationPipe } from '../http/problems/validation.ts';

/** Validates a verification as the API does. @throws InvalidRequestError naming each wrong field */
export async function validVerification(fields: object): Promise<NewVerification> {
  return await validationPipe(NewVerificationDto).transform(fields, { type: 'body' });
}
