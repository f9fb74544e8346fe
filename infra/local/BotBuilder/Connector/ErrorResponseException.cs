using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>A channel said no. <see cref="Response"/> holds the status, <see cref="Body"/> the reason when it was one.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }
    public HttpResponseMessageWrapper Response { get; set; }
    public ErrorResponse Body { get; set; }
}
