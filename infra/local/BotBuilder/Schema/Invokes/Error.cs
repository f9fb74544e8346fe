using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

public class Error
{
    public Error()
    {
    }

    public Error(string code = default, string message = default, InnerHttpError innerHttpError = default) =>
        (Code, Message, InnerHttpError) = (code, message, innerHttpError);

    [JsonProperty("code")] public string Code { get; set; }
    [JsonProperty("message")] public string Message { get; set; }
    [JsonProperty("innerHttpError")] public InnerHttpError InnerHttpError { get; set; }
}

public class InnerHttpError
{
    public InnerHttpError()
    {
    }

    public InnerHttpError(int? statusCode = default, object body = default) => (StatusCode, Body) = (statusCode, body);

    [JsonProperty("statusCode")] public int? StatusCode { get; set; }
    [JsonProperty("body")] public object Body { get; set; }
}

public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error error = default) => Error = error;

    [JsonProperty("error")] public Error Error { get; set; }
}
