using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

internal sealed class ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient http) : IConnectorClient, IConversations
{
    // Shared when nobody supplies a factory: a client per turn would leave a socket behind each time.
    internal static readonly HttpClient Shared = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public Uri BaseUri { get; set; } = baseUri;
    public JsonSerializerSettings SerializationSettings => HttpHelper.BotMessageSerializerSettings;
    public JsonSerializerSettings DeserializationSettings => HttpHelper.BotMessageSerializerSettings;
    public ServiceClientCredentials Credentials => credentials;
    public IConversations Conversations => this;

    async Task<TAnswer> IConversations.CallAsync<TAnswer>(HttpMethod method, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(BaseUri.AbsoluteUri.TrimEnd('/') + "/" + path));
        if (body is not null)
            request.Content = new StringContent(JsonConvert.SerializeObject(body, Formatting.None, SerializationSettings), Encoding.UTF8, new MediaTypeHeaderValue("application/json", "utf-8"));
        await credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var content = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) throw Refusal(request, response, content);
        return string.IsNullOrEmpty(content) ? default : JsonConvert.DeserializeObject<TAnswer>(content, DeserializationSettings);
    }

    public void Dispose()
    {
        // The HTTP client belongs to its factory.
    }

    // The content sent is left out of the exception: it may hold what a resident typed.
    private ErrorResponseException Refusal(HttpRequestMessage request, HttpResponseMessage response, string content) =>
        new($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Body = ErrorIn(content),
            Request = new HttpRequestMessageWrapper(request, null),
            Response = new HttpResponseMessageWrapper(response, content),
        };

    private ErrorResponse ErrorIn(string content)
    {
        try
        {
            return JsonConvert.DeserializeObject<ErrorResponse>(content, DeserializationSettings);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
