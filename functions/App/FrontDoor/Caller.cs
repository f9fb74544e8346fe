using Microsoft.AspNetCore.Http;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Who speaks, as the front door vouched for and the directory knows today.</summary>
public abstract record Caller(string Participant)
{
    /// <summary>A resident; a case is theirs when it names this participant.</summary>
    public sealed record Resident(string Participant) : Caller(Participant);

    /// <summary>A member of staff. Without a post in force they may do nothing.</summary>
    public sealed record Staff(StaffMember Member) : Caller(Member.Participant);

    /// <summary>The front door itself. It asks who somebody is, and nothing else.</summary>
    public sealed record Door() : Caller(Participants.Door);
}

/// <summary>What a caller may be asked about.</summary>
internal static class Callers
{
    /// <summary>A member of staff who holds one of these posts on that day, wherever.</summary>
    public static bool Holds(this Caller caller, DateOnly today, params ReadOnlySpan<Role> roles)
    {
        if (caller is not Caller.Staff staff)
            return false;
        foreach (var post in staff.Member.PostsOn(today))
        {
            if (roles.Contains(post.Role))
                return true;
        }
        return false;
    }
}

/// <summary>What the front door leaves for the functions behind it.</summary>
internal static class CallerOfRequest
{
    private static readonly object Key = new();

    /// <summary>The caller. Only functions that <see cref="OpenDoors"/> leaves closed may ask.</summary>
    public static Caller Caller(this HttpRequest request) =>
        (Caller?)request.HttpContext.Items[Key] ?? throw new InvalidOperationException("This function is open to everybody; it has no caller.");

    public static void SetCaller(this HttpRequest request, Caller caller) => request.HttpContext.Items[Key] = caller;

    /// <summary>The language of the first entry of Accept-Language; Chinese without one.</summary>
    public static Language Language(this HttpRequest request) => Languages.Parse(request.Headers.AcceptLanguage.ToString());
}
