using Microsoft.AspNetCore.Http;

namespace OneVisit.Local.DirectLine;

/// <summary>A no in the shape Direct Line documents: {"error":{"code","message"}}, with the bot's own status beside it where that is the reason. Codes are for programs; the message is for the developer at the console.</summary>
internal sealed record Refusal(int Status, string Code, string Message, int? HttpStatusCode = null) : IResult
{
    public static readonly Refusal NoToken = new(StatusCodes.Status401Unauthorized, "Unauthorized", "Authorization: Bearer is missing.");
    public static readonly Refusal NoTicket = new(StatusCodes.Status401Unauthorized, "Unauthorized", "The t of the stream URL is missing.");
    public static readonly Refusal BadToken = new(StatusCodes.Status403Forbidden, "BadArgument", "Invalid token or secret");
    public static readonly Refusal TokenExpired = new(StatusCodes.Status403Forbidden, "TokenExpired", "Token has expired");
    public static readonly Refusal NotYours = new(StatusCodes.Status403Forbidden, "BadArgument", "Token not valid for this conversation");
    public static readonly Refusal ForeignOrigin = new(StatusCodes.Status403Forbidden, "BadArgument", "Token not valid for this origin");
    public static readonly Refusal ForgedUser = new(StatusCodes.Status403Forbidden, "BadArgument", "Activity from does not match the user of the token");
    public static readonly Refusal SecretOnly = new(StatusCodes.Status403Forbidden, "BadArgument", "The secret is needed here");
    public static readonly Refusal NoConversation = new(StatusCodes.Status404NotFound, "ConversationNotFound", "Conversation not found");
    public static readonly Refusal NoActivity = new(StatusCodes.Status404NotFound, "ActivityNotFound", "Activity not found");
    public static readonly Refusal NoAttachment = new(StatusCodes.Status404NotFound, "AttachmentNotFound", "Attachment not found");
    public static readonly Refusal NoMember = new(StatusCodes.Status404NotFound, "MemberNotFound", "Member not found");
    public static readonly Refusal NoOperation = new(StatusCodes.Status404NotFound, "NotFound", "There is no such operation here");
    public static readonly Refusal NoUser = Missing("Missing user ID");
    public static readonly Refusal NotHere = new(StatusCodes.Status405MethodNotAllowed, "BadArgument", "This channel does not support this operation");
    public static readonly Refusal TooBig = new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Request body too large");

    public static readonly Refusal ServiceFailed = new(StatusCodes.Status500InternalServerError, "ServiceError", "The service could not do this just now");

    public static Refusal OfBot(int status) => new(
        StatusCodes.Status502BadGateway, "BotError", status == StatusCodes.Status504GatewayTimeout ? "Failed to send activity: bot timed out" : "Failed to send activity: bot returned an error", status);

    public static Refusal Bad(string message) => new(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static Refusal LongUser(string field) => Bad($"Field '{field}' cannot exceed {Limits.UserId} characters");

    public static Refusal Missing(string property) => new(StatusCodes.Status400BadRequest, "MissingProperty", property);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        var error = new { code = Code, message = Message };
        return HttpStatusCode is { } status ? httpContext.Response.WriteAsJsonAsync(new { error, httpStatusCode = status }) : httpContext.Response.WriteAsJsonAsync(new { error });
    }
}
