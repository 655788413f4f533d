// The floor: the least that plain Node and SQLite need for the same promise. Commits in groups, synchronous=FULL.
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';

const [port = '0', folder = '.'] = process.argv.slice(2);
const largestGroup = 256;

const db = new SQLite(join(folder, 'floor.db'));
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL']) db.pragma(pragma);
db.exec('create table sheet (key text primary key not null, answers text not null) without rowid');
const insert = db.prepare('insert into sheet (key, answers) values (?, ?) on conflict do nothing');
const begin = db.prepare('begin immediate');
const commit = db.prepare('commit');

let queue: { body: string; response: ServerResponse }[] = [];
const accepted = Buffer.from('{"accepted":true}');
const headers = { 'content-type': 'application/json', 'content-length': accepted.length };

function commitNext(): void {
	const group = queue.splice(0, largestGroup);
	begin.run();
	const statuses = group.map(({ body }) => {
		const { key, answers } = JSON.parse(body) as { key: string; answers: unknown };
		return insert.run(key, JSON.stringify(answers)).changes === 1 ? 201 : 200;
	});
	commit.run();
	group.forEach(({ response }, index) => response.writeHead(statuses[index]!, headers).end(accepted));
	if (queue.length > 0) setImmediate(commitNext);
}

createServer((request, response) => {
	let body = '';
	request.setEncoding('utf8');
	request.on('data', (chunk: string) => (body += chunk));
	request.on('end', () => {
		queue.push({ body, response });
		if (queue.length === 1) setImmediate(commitNext);
	});
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));

process.on('SIGTERM', () => {
	queue = [];
	db.close();
	process.exit(0);
});
