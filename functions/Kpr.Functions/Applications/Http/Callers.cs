using Kpr.Core.Cases.Parties;
using Kpr.Functions.Applications.Access;
using Microsoft.AspNetCore.Http;

namespace Kpr.Functions.Applications.Http;

/// <summary>Finds out who sends a request.</summary>
/// <param name="tokens">Reads tokens.</param>
public sealed class Callers(TokenReading tokens)
{
    /// <summary>The header by which somebody with several roles chooses one.</summary>
    public const string RoleHeader = "Kpr-Role";

    private const string Scheme = "Bearer ";

    /// <summary>Who sends it; or the problem.</summary>
    public async Task<(Actor? Actor, ProblemResult? Problem)> OfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not [{ } header] || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return (null, ProblemResult.Of(Problems.NoToken));
        }

        var wanted = request.Headers[RoleHeader] is [{ Length: > 0 } role] ? role : null;
        var answer = await tokens.ReadAsync(header[Scheme.Length..].Trim(), wanted, cancellationToken);
        return answer.Actor is { } actor ? (actor, null) : (null, ProblemResult.Of(answer.Fault switch
        {
            TokenFault.Missing => Problems.NoToken,
            TokenFault.NoRole => Problems.NoRole,
            TokenFault.SeveralRoles => Problems.SeveralRoles,
            TokenFault.IssuerUnreachable => Problems.IssuerUnreachable,
            _ => Problems.BadToken,
        }));
    }
}
