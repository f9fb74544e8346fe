using System.Net;

namespace Microsoft.Rest;

public class RestException : Exception
{
    public RestException()
    {
    }

    public RestException(string message)
        : base(message)
    {
    }

    public RestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

public abstract class HttpMessageWrapper
{
    public string Content { get; set; }
    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>();
}

/// <summary>A copy of a request that outlives it; without its Authorization header.</summary>
public class HttpRequestMessageWrapper : HttpMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        (Method, RequestUri, Content) = (httpRequest.Method, httpRequest.RequestUri, content);
        foreach (var (name, values) in httpRequest.Headers)
            if (name != "Authorization") Headers[name] = values;
    }

    public HttpMethod Method { get; protected set; }
    public Uri RequestUri { get; protected set; }
}

/// <summary>A copy of a response that outlives it.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        (StatusCode, ReasonPhrase, Content) = (httpResponse.StatusCode, httpResponse.ReasonPhrase, content);
        foreach (var (name, values) in httpResponse.Headers) Headers[name] = values;
    }

    public HttpStatusCode StatusCode { get; protected set; }
    public string ReasonPhrase { get; protected set; }
}
