using OneVisit.Domain.Authority;
using OneVisit.Local.Azurite;

namespace OneVisit.Local.Host;

/// <summary>Who may do what, printed from the table that the program goes by.</summary>
internal static class WhoMayCommand
{
    public const string Command = "who-may";

    private const string Anew = $"dotnet run --project infra/local/Host -- {Command} infra/authority.md";

    /// <param name="arguments">The file; none: it is shown.</param>
    /// <returns>0 when it is written.</returns>
    /// <exception cref="LocalSetupException">More than one argument, or a file that cannot be written.</exception>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output)
    {
        if (arguments.Count > 1)
            throw new LocalSetupException($"{Command} knows one file to write, for example: {Anew}");
        var sheet = ActSheet.Print(ActTable.InForce, Anew);
        try
        {
            if (arguments is [var file])
                File.WriteAllText(file, sheet);
            else
                output.Write(sheet);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new LocalSetupException(trouble.Message);
        }
        return 0;
    }
}
