using Microsoft.AspNetCore.Http;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Functions.Cases;

namespace OneVisit.Functions.FrontDoor;

/// <summary>Who speaks, as the front door vouched for and the directory knows today.</summary>
public abstract record Caller(string Participant)
{
    /// <summary>A resident; a case is theirs when it names this participant, and opens to who has proven to be the household.</summary>
    public sealed record Resident(string Participant, Proven Proven) : Caller(Participant);

    /// <summary>A member of staff. Without a post in force they may do nothing.</summary>
    public sealed record Staff(StaffMember Member) : Caller(Member.Participant);

    /// <summary>The front door itself. It asks who somebody is, and nothing else.</summary>
    public sealed record Door() : Caller(Participants.Door);
}

/// <summary>What a caller may be asked about.</summary>
internal static class Callers
{
    /// <summary>The case lies in their conversation, and is not that of somebody who acts no longer.</summary>
    public static bool Holds(this Caller.Resident resident, Case current, DateOnly today) => resident.Participant == current.Participant && !current.IsCutOffOn(today);

    /// <summary>A resident whose case it is.</summary>
    /// <exception cref="UnprovenException">It is this conversation's, and who sits there has not proven to be the household.</exception>
    public static bool Owns(this Caller caller, Case current, DateOnly today)
    {
        if (caller is not Caller.Resident resident || !resident.Holds(current, today))
            return false;
        return resident.Proven.Opens(current) ? true : throw new UnprovenException();
    }
}

/// <summary>What the front door leaves for the functions behind it.</summary>
internal static class CallerOfRequest
{
    private static readonly object Key = new();
    private static readonly object CaseKey = new();

    /// <summary>The caller. Only functions that are not open to everybody may ask.</summary>
    public static Caller Caller(this HttpRequest request) =>
        (Caller?)request.HttpContext.Items[Key] ?? throw new InvalidOperationException("This function is open to everybody; it has no caller.");

    /// <summary>The caller of a function that the table of acts gives to members of staff only.</summary>
    public static Caller.Staff Staff(this HttpRequest request) =>
        request.Caller() as Caller.Staff ?? throw new InvalidOperationException("This function is open to others than staff.");

    /// <summary>The case in the address, which the caller may have to do with in the way this function does. For functions whose line in the table is about a case.</summary>
    public static CaseFile Case(this HttpRequest request) =>
        (CaseFile?)request.HttpContext.Items[CaseKey] ?? throw new InvalidOperationException("This function's line in the table of acts is about no case.");

    /// <summary>The same; <c>null</c>: none was handed on.</summary>
    public static CaseFile? CaseOrNull(this HttpRequest request) => (CaseFile?)request.HttpContext.Items[CaseKey];

    public static void SetCase(this HttpRequest request, CaseFile file) => request.HttpContext.Items[CaseKey] = file;

    public static void SetCaller(this HttpRequest request, Caller caller) => request.HttpContext.Items[Key] = caller;

    /// <summary>The language of the first entry of Accept-Language; Chinese without one.</summary>
    public static Language Language(this HttpRequest request) => Languages.Parse(request.Headers.AcceptLanguage.ToString());
}
