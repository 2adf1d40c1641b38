import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { createApp } from '../apps/api/src/app.ts';
const ds = await new DataSource({type:'postgres',url:process.env.DATABASE_URL!,migrations:[],synchronize:false,installExtensions:false}).initialize();
const app = await createApp(ds);
await app.listen(Number(process.env.PORT ?? 3100), '127.0.0.1');
console.log('up');
