import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the views themselves are made, filled and swapped by the projector, from each view's table.ts. */
export class ViewsSchema1795000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE views.checkpoint (
      table_name text PRIMARY KEY,
      view       text NOT NULL,
      version    integer NOT NULL,
      live       boolean NOT NULL,
      position   bigint NOT NULL,
      last_event uuid,
      updated_at timestamptz NOT NULL DEFAULT now()
    )`);
    await runner.query(`CREATE UNIQUE INDEX checkpoint_live ON views.checkpoint (view) WHERE live`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE views.checkpoint`);
  }
}
