namespace OneVisit.Conversation.Resident;

/// <summary>Names of effects under way, as kept in the state.</summary>
internal static class Doings
{
    public const string Submit = "submit";
    public const string Upload = "upload";
    public const string ListCases = "list";
    public const string ListForMandate = "list-mandate";
    public const string ShowCase = "show";
    public const string Revoke = "revoke";
    public const string Rate = "rate";
    public const string CallPerson = "person";
}
