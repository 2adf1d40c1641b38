import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsEmail, IsObject, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#identity';

const MAX_NAME_LENGTH = 100;

/** E-mail addresses are compared in small letters. */
export function EmailAddress(): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: String, format: 'email', example: 'ana@example.org' })(target, name);
    Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value))(
      target,
      name as string,
    );
    IsEmail({}, { message: 'Give an e-mail address.' })(target, name as string);
  };
}

export function PersonName(): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: String, maxLength: MAX_NAME_LENGTH, example: 'Ana' })(target, name);
    Transform(({ value }) => (typeof value === 'string' ? value.trim() : value))(
      target,
      name as string,
    );
    Matches(/^\P{Cc}+$/u, { message: 'Give a name in one line.' })(target, name as string);
    Length(1, MAX_NAME_LENGTH, { message: `A name has 1 to ${MAX_NAME_LENGTH} letters.` })(
      target,
      name as string,
    );
  };
}

/** A password as it was typed, of any length that is possible. */
function TypedPassword(): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: String, format: 'password', maxLength: MAX_PASSWORD_LENGTH })(target, name);
    IsString({ message: 'Give the password.' })(target, name as string);
    Length(1, MAX_PASSWORD_LENGTH, { message: 'Give the password.' })(target, name as string);
  };
}

/** A password that is chosen; whether it is good is decided by a service. */
function ChosenPassword(): PropertyDecorator {
  return (target, name) => {
    ApiProperty({
      type: String,
      format: 'password',
      minLength: MIN_PASSWORD_LENGTH,
      maxLength: MAX_PASSWORD_LENGTH,
    })(target, name);
    IsString({ message: 'Choose a password.' })(target, name as string);
  };
}

export function LinkToken(): PropertyDecorator {
  return (target, name) => {
    ApiProperty({ type: String, description: 'What follows # in the link.' })(target, name);
    Matches(/^[\w-]{1,100}$/, { message: 'Give what follows # in the link.' })(
      target,
      name as string,
    );
  };
}

export class SignInDto {
  @EmailAddress()
  email!: string;

  @TypedPassword()
  password!: string;
}

/** Whose password was forgotten. */
export class PasswordRequestDto {
  @EmailAddress()
  email!: string;
}

export class PasswordDto {
  @TypedPassword()
  password!: string;
}

export class TotpCodeDto {
  @ApiProperty({ type: String, pattern: '^[0-9]{6}$', example: '123456' })
  @Matches(/^[0-9]{6}$/, { message: 'A code has six figures.' })
  code!: string;
}

export class RecoveryCodeDto {
  @ApiProperty({ type: String, example: 'aB3dE-fG7hI' })
  @Matches(/^[\w-]{1,50}$/, { message: 'Give one of your recovery codes.' })
  code!: string;
}

export class ChangePasswordDto {
  @TypedPassword()
  password!: string;

  @ChosenPassword()
  new_password!: string;
}

/** The response of a browser's authenticator (WebAuthn), in its JSON form. */
export class PasskeyResponseDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What `PublicKeyCredential.toJSON()` returns.',
  })
  @IsObject({ message: 'Give what the browser returned.' })
  response!: Record<string, unknown>;
}

export class NewPasskeyDto extends PasskeyResponseDto {
  @ApiProperty({ type: String, required: false, maxLength: MAX_NAME_LENGTH, example: 'My phone' })
  @IsOptional()
  @IsString({ message: 'Give a name.' })
  @Length(1, MAX_NAME_LENGTH, { message: `A name has 1 to ${MAX_NAME_LENGTH} letters.` })
  name?: string;
}

export class PasskeyIdDto {
  @ApiProperty({ type: String, format: 'uuid' })
  @IsUUID('all', { message: 'Give the id of a passkey.' })
  id!: string;
}

export class LinkPasswordDto {
  @LinkToken()
  token!: string;

  @ChosenPassword()
  password!: string;
}

export class SetUpDto extends LinkPasswordDto {
  @PersonName()
  name!: string;

  @EmailAddress()
  email!: string;
}
