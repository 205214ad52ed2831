-- The roles of an external database, made by an administrator so that the application holds no privileged login.
-- Run by psql on the application's database, with both passwords in the environment.
\set ON_ERROR_STOP on
\getenv app_password AFFERENT_APP_PASSWORD
\getenv migrator_password AFFERENT_MIGRATOR_PASSWORD

create role afferent_owner nologin;
create role afferent_app login nosuperuser nobypassrls noinherit password :'app_password';
alter role afferent_app set statement_timeout = '15s';
alter role afferent_app set lock_timeout = '3s';
alter role afferent_app set idle_in_transaction_session_timeout = '10s';
create role afferent_migrator login password :'migrator_password' in role afferent_owner;

grant connect, create on database :"DBNAME" to afferent_owner;
grant connect on database :"DBNAME" to afferent_app, afferent_migrator;
grant usage, create on schema public to afferent_owner;
grant usage on schema public to afferent_app;
