INSERT INTO entry (name, text) VALUES ('The hosts', 'Welcome! Please sign.');
