using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;

namespace OneVisit.Functions.Forms;

/// <summary>Who may be handed a form to be signed on a screen.</summary>
internal static class SigningHands
{
    /// <summary>Its owner; and for a mandate that still waits for its signature, the agent who applied with the household: on their telephone, by its hand.</summary>
    public static bool MaySign(Caller caller, Case current, string material) =>
        caller.Owns(current)
        || (material == FilledForms.Mandate && caller.Participant == current.AppliedBy && current.Mandate is { AwaitsSignature: true, Signature: null, RevokedAt: null, ReplacedAt: null });

    /// <summary>The member of staff on whose telephone it was signed; <c>null</c>: the household's own.</summary>
    public static string? TakenBy(Caller caller) => caller is Caller.Staff staff ? staff.Participant : null;
}
