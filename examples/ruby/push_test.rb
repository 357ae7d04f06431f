require 'minitest/autorun'
require 'securerandom'
require_relative 'stand_in'
require_relative 'userlist'

class PushTest < Minitest::Test
  parallelize_me!

  # Any key opens an account of its own, so tests that run at once do not meet.
  def setup
    key = "test-#{SecureRandom.hex(8)}"
    @stand_in = StandIn.new(ENV.fetch('UNDERSTUDY_URL'), key)
    @userlist = Userlist.new(ENV.fetch('USERLIST_PUSH_ENDPOINT'), key, wait: @stand_in.method(:advance))
  end

  def test_an_event_creates_its_user
    @userlist.push('/events', name: 'project_created', user: 'user-1')
    assert_equal(['user-1'], @stand_in.list('users').map { |user| user['identifier'] })
  end

  def test_what_is_refused_for_now_is_sent_again
    @stand_in.refuse_once('pushEvent', 30)
    @userlist.push('/events', name: 'project_created', user: 'user-1')
    assert_equal(1, @stand_in.count('pushEvent', 429))
    assert_equal(1, @stand_in.list('events').length)
  end

  def test_what_is_refused_for_good_is_not
    error = assert_raises(Userlist::Refused) { @userlist.push('/events', name: 'project_created') }
    assert_match(/422 .*User must exist/, error.message)
    assert_equal(1, @stand_in.count('pushEvent', 422))
  end
end
