using System.Security.Cryptography;

namespace Kpr.Core.Extracts.Keys;

/// <summary>The secret behind the keys of a project, and what else is drawn for it.</summary>
/// <param name="Project">Id of the project: the case that the first decision was made in.</param>
/// <param name="Bytes">32 random bytes.</param>
public sealed record ProjectSecret(string Project, byte[] Bytes)
{
    /// <summary>A new one.</summary>
    public static ProjectSecret Draw(string project) => new(project, RandomNumberGenerator.GetBytes(32));

    /// <summary>Tells the project, never the secret.</summary>
    public override string ToString() => $"secret of project {Project}";
}
