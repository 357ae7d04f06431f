# Asks the stand-in, for one account, what arrived, and tells it what to do.
require 'erb'
require 'json'
require 'net/http'

class StandIn
  def initialize(url, account)
    @desk = "#{url}/_control"
    @account = account
  end

  # The next request for an operation is 429, with so many seconds in Retry-After.
  def refuse_once(operation, seconds)
    tell('faults', operation: operation, times: 1, effect: { status: 429, retry_after: seconds })
  end

  # Time passes for this account alone, and takes none.
  def advance(seconds)
    tell('clock', advance_ms: seconds * 1000)
  end

  # How many requests for an operation were answered with a status.
  def count(operation, status)
    tell('exchanges/count', operation: operation, status: status)['count']
  end

  # What is stored: users, companies, relationships, events or messages.
  def list(collection)
    path = "accounts/#{ERB::Util.url_encode(@account)}/#{collection}"
    read(Net::HTTP.get_response(URI("#{@desk}/#{path}")))['items']
  end

  private

  def tell(path, order)
    read(Net::HTTP.post(URI("#{@desk}/#{path}"), JSON.generate(order.merge(account: @account))))
  end

  def read(response)
    raise "The desk says #{response.code}: #{response.body}" unless response.is_a?(Net::HTTPSuccess)

    JSON.parse(response.body)
  end
end
