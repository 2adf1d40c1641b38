import { Module } from '@nestjs/common';
import { SharedModule } from '../shared/shared.module.ts';
import { OrganizationsController } from './organizations.controller.ts';

/** Organizations with their listings. */
@Module({
  imports: [SharedModule],
  controllers: [OrganizationsController],
})
export class OrganizationsModule {}
