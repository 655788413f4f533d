import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];

/** The address of a route file: `src/routes/(sign-in)/logga-in/+page.svelte` is `/logga-in`. */
function addressOf(file: string): string {
	const parts = dirname(file.replaceAll('\\', '/')).split('/').slice(2);
	return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join('/')}`;
}

/** What a module exports by name, with the expression where it is a constant. */
function exportsOf(file: string): Map<string, ts.Expression | undefined> {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
	const found = new Map<string, ts.Expression | undefined>();
	for (const statement of source.statements) {
		if (ts.isExportDeclaration(statement)) throw new Error(`${file}: export what it is, not from elsewhere`);
		const exported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!exported) continue;
		if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, undefined);
		if (ts.isVariableStatement(statement))
			for (const { name, initializer } of statement.declarationList.declarations)
				found.set(name.getText(), initializer);
	}
	return found;
}

function actionsOf(file: string): string[] {
	const written = exportsOf(file);
	if (!written.has('actions')) return [];
	const object = written.get('actions');
	if (!object || !ts.isObjectLiteralExpression(object))
		throw new Error(`${file}: write the actions as one object, so that they can be listed`);
	return object.properties.map(({ name }) => {
		if (!name || !ts.isIdentifier(name)) throw new Error(`${file}: an action has a plain name`);
		return name.text;
	});
}

/** Every page as `GET /address`, every action as `POST /address?/name`, every endpoint as `METHOD /address`. */
export function listRoutes(): string[] {
	const pages = globSync('src/routes/**/+page{.svelte,.server.ts}').map((file) => `GET ${addressOf(file)}`);
	const actions = globSync('src/routes/**/+page.server.ts').flatMap((file) =>
		actionsOf(file).map((name) => `POST ${addressOf(file)}${name === 'default' ? '' : `?/${name}`}`)
	);
	const endpoints = globSync('src/routes/**/+server.ts').flatMap((file) =>
		[...exportsOf(file).keys()]
			.filter((name) => methods.includes(name))
			.map((name) => `${name} ${addressOf(file)}`)
	);
	return [...new Set([...pages, ...actions, ...endpoints])].sort();
}
