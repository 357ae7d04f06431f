# Pushes a user, a company and an event, which is refused once, and looks at what arrived.
require_relative 'stand_in'
require_relative 'userlist'

def expect(what, actual, wanted)
  abort "#{what}: #{actual.inspect} where #{wanted.inspect} was expected" unless actual == wanted
end

key = ENV.fetch('USERLIST_PUSH_KEY')
stand_in = StandIn.new(ENV.fetch('UNDERSTUDY_URL'), key)
userlist = Userlist.new(ENV.fetch('USERLIST_PUSH_ENDPOINT'), key, wait: stand_in.method(:advance))

stand_in.refuse_once('pushEvent', 30)
userlist.push('/users', identifier: 'user-1', email: 'ada@example.com', properties: { plan: 'pro' })
userlist.push('/companies', identifier: 'company-1', name: 'One', users: ['user-1'])
userlist.push('/events', name: 'project_created', user: 'user-1', occurred_at: '2026-11-23T06:55:00Z')

expect('users', stand_in.list('users').map { |user| user['email'] }, ['ada@example.com'])
expect('companies', stand_in.list('companies').map { |company| company['name'] }, ['One'])
expect('events', stand_in.list('events').map { |event| event['name'] }, ['project_created'])
expect('events refused', stand_in.count('pushEvent', 429), 1)
expect('events accepted', stand_in.count('pushEvent', 202), 1)
puts 'All arrived, the event at its second attempt.'
