using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Forms;

/// <summary>Who may be handed a form to be signed on a screen.</summary>
internal static class SigningHands
{
    /// <summary>Its owner any; the agent who applied with the household the mandate only, that still waits for its signature: on their telephone, by its hand.</summary>
    /// <remarks>A letter of entrusting is signed on paper, by the person's own hand.</remarks>
    public static bool MaySign(Caller caller, string material, Case current, DateOnly today) =>
        material == FilledForms.Mandate ? !current.IsEntrustedOn(today) : caller is Caller.Resident;

    /// <summary>A name typed in place of the signature counts on the household's own telephone only.</summary>
    public static bool MayType(Caller caller) => caller is Caller.Resident;

    /// <summary>The member of staff on whose telephone it was signed; <c>null</c>: the household's own.</summary>
    public static string? TakenBy(Caller caller) => caller is Caller.Staff staff ? staff.Participant : null;
}
