using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Contracts;

namespace OneVisit.Bot.Limits;

/// <summary>Counts requests by person and by address, and asks who sends too many to wait, in their language.</summary>
internal static class RequestPace
{
    /// <summary>For opening a chat.</summary>
    public const string Chats = "chats";

    /// <summary>For forms that anybody may send.</summary>
    public const string Forms = "forms";

    /// <summary>For what can be tried until it fits.</summary>
    public const string Codes = "codes";

    public static void AddRequestPace(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<BotSettings>().Limits);
        services.AddSingleton<VisitorAddresses>();
        services.AddSingleton<ChatPace>();
        services.AddSingleton<Refusals>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<RequestLimits, ChatSessionCookie>((pace, limits, sessions) =>
        {
            pace.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Buckets.Of(IsPage(http) ? AddressOf(http) : null, limits.OfAddress, RequestLimits.Minute)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Buckets.Of(IsPage(http) ? PersonOf(http, sessions) : null, limits.OfPerson, RequestLimits.Minute)));
            pace.AddPolicy(Chats, http => Buckets.Of(AddressOf(http), limits.Chats, RequestLimits.TenMinutes));
            pace.AddPolicy(Forms, http => Buckets.Of(AddressOf(http), limits.Forms, RequestLimits.TenMinutes));
            pace.AddPolicy(Codes, http => Buckets.Of(AddressOf(http), limits.Codes, RequestLimits.TenMinutes));
            pace.OnRejected = async (rejected, _) => await AskToWaitAsync(rejected);
        });
    }

    // Files are not counted: browsers ask for a dozen with each page, and answering costs nothing.
    private static bool IsPage(HttpContext http) => http.GetEndpoint() is not null;

    private static string? AddressOf(HttpContext http) => Addresses.CountedAs(http.Connection.RemoteIpAddress);

    private static string? PersonOf(HttpContext http, ChatSessionCookie sessions)
    {
        if (http.User.StaffId() is { } staff) return "staff:" + staff;
        try
        {
            return sessions.Read(http, SessionEndpoints.ResidentCookie)?.UserId;
        }
        catch (CryptographicException)
        {
            // The keys cannot be read just now: their address is counted.
            return null;
        }
    }

    private static Task AskToWaitAsync(OnRejectedContext rejected)
    {
        var http = rejected.HttpContext;
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? Math.Max(1, (int)Math.Ceiling(time.TotalSeconds)) : 60;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return http.RequestServices.GetRequiredService<Refusals>().AnswerAsync(http, "tooMany", StatusCodes.Status429TooManyRequests, ProblemCodes.TooMany);
    }
}
