import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { absolutePath } from 'swagger-ui-dist';
import { languageOf } from '../problems/language';
import { apiProblem, explainProblem, ProblemError } from '../problems/problem';
import { openApiDocument } from './document';

const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css',
  'swagger-ui-bundle.js': 'text/javascript',
};

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Huiyin API</title><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="ui"></div><script src="/docs/swagger-ui-bundle.js"></script>
<script>SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui', deepLinking: true })</script></body>
</html>`;

@Controller()
export class OpenApiController {
  private readonly document = openApiDocument();

  @Get('openapi.json')
  openapi(): object {
    return this.document;
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    return PAGE;
  }

  @Get('docs/:asset')
  async asset(@Param('asset') asset: string, @Res() reply: FastifyReply): Promise<void> {
    const type = ASSETS[asset];
    if (!type) throw new ProblemError(apiProblem('not-found'));
    void reply.type(type).send(await readFile(path.join(absolutePath(), asset)));
  }

  @Get('problems/:code')
  problem(@Param('code') code: string, @Headers('accept-language') languages?: string): object {
    const known = explainProblem(code, languageOf(languages));
    if (!known) throw new ProblemError(apiProblem('not-found'));
    return known;
  }
}
