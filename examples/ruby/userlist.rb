# Pushes to Userlist with nothing but Ruby's own library.
require 'json'
require 'net/http'

class Userlist
  class Refused < StandardError; end

  ATTEMPTS = 5

  # `wait` is called with seconds; a test hands in one that takes no time.
  def initialize(endpoint, key, wait: method(:sleep))
    @endpoint = URI(endpoint)
    @key = key
    @wait = wait
  end

  # A request whose answer is lost is not sent again, since the event may have arrived: that raises what Net::HTTP raises.
  def push(path, payload)
    1.upto(ATTEMPTS) do |attempt|
      response = post(path, payload)
      return if response.code == '202'
      raise Refused, "#{response.code} #{response.body}" unless again?(response) && attempt < ATTEMPTS

      @wait.call(Integer(response['Retry-After'], exception: false) || 2**attempt)
    end
  end

  private

  def post(path, payload)
    Net::HTTP.start(@endpoint.hostname, @endpoint.port, use_ssl: @endpoint.scheme == 'https') do |http|
      http.post(path, JSON.generate(payload), 'Authorization' => "Push #{@key}", 'Content-Type' => 'application/json')
    end
  end

  def again?(response)
    response.code == '429' || response.code.start_with?('5')
  end
end
