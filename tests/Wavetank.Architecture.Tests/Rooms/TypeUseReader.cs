using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Wavetank.Architecture.Tests.Rooms;

/// <summary>
/// Reads every use of a type by another out of a compiled assembly: signatures, attributes and method bodies.
/// Constants are not seen: the compiler copies their values.
/// </summary>
internal sealed class TypeUseReader
{
    private readonly HashSet<(string User, string Used)> _seen = [];
    private readonly List<TypeUse> _uses = [];
    private TypeDefinition _user = null!;
    private string _where = "";

    /// <summary>Each pair of types once, in the order of the assembly.</summary>
    public static IReadOnlyList<TypeUse> Read(ModuleDefinition module)
    {
        var reader = new TypeUseReader();
        foreach (TypeDefinition type in module.Types)
        {
            reader._user = type;
            reader.VisitType(type);
        }

        return reader._uses;
    }

    private void VisitType(TypeDefinition type)
    {
        _where = "its declaration";
        Use(type.BaseType);
        Visit(type.Interfaces, item => Use(item.InterfaceType));
        VisitAttributes(type);
        VisitGenerics(type);
        Visit(type.Fields, VisitField);
        Visit(type.Properties, VisitAttributes);
        Visit(type.Events, VisitAttributes);
        Visit(type.Methods, VisitMethod);
        Visit(type.NestedTypes, VisitType);
    }

    private void VisitField(FieldDefinition field)
    {
        _where = $"field {field.Name}";
        Use(field.FieldType);
        VisitAttributes(field);
    }

    private void VisitMethod(MethodDefinition method)
    {
        _where = method.DeclaringType == _user ? $"method {method.Name}" : $"{method.DeclaringType.Name}.{method.Name}";
        UseSignature(method);
        VisitGenerics(method);
        VisitAttributes(method);
        VisitAttributes(method.MethodReturnType);
        Visit(method.Parameters, VisitAttributes);
        Visit(method.Overrides, Use);
        if (method.HasBody)
        {
            Visit(method.Body.Variables, variable => Use(variable.VariableType));
            Visit(method.Body.ExceptionHandlers, handler => Use(handler.CatchType));
            Visit(method.Body.Instructions, VisitInstruction);
        }
    }

    private void VisitInstruction(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case TypeReference type:
                Use(type);
                break;
            case MethodReference method:
                Use(method);
                break;
            case FieldReference field:
                Use(field.DeclaringType);
                Use(field.FieldType);
                break;
            case CallSite site:
                UseSignature(site);
                break;
        }
    }

    private void VisitGenerics(IGenericParameterProvider provider) => Visit(provider.GenericParameters, parameter =>
    {
        Visit(parameter.Constraints, constraint => Use(constraint.ConstraintType));
        VisitAttributes(parameter);
    });

    private void VisitAttributes(ICustomAttributeProvider provider) => Visit(provider.CustomAttributes, attribute =>
    {
        Use(attribute.AttributeType);
        Visit(attribute.ConstructorArguments, argument => Use(argument.Value as TypeReference));
        Visit(attribute.Properties, property => Use(property.Argument.Value as TypeReference));
    });

    private void Use(MethodReference method)
    {
        Use(method.DeclaringType);
        UseSignature(method);
        if (method is GenericInstanceMethod generic)
        {
            Visit(generic.GenericArguments, Use);
        }
    }

    private void UseSignature(IMethodSignature signature)
    {
        Use(signature.ReturnType);
        Visit(signature.Parameters, parameter => Use(parameter.ParameterType));
    }

    private void Use(TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                break;
            case GenericInstanceType generic:
                Use(generic.ElementType);
                Visit(generic.GenericArguments, Use);
                break;
            case FunctionPointerType pointer:
                UseSignature(pointer);
                break;
            case RequiredModifierType modifier:
                Use(modifier.ModifierType);
                Use(modifier.ElementType);
                break;
            case TypeSpecification specification:
                Use(specification.ElementType);
                break;
            default:
                Add(type);
                break;
        }
    }

    private void Add(TypeReference used)
    {
        while (used.DeclaringType is { } outer)
        {
            used = outer;
        }

        if (used.FullName != _user.FullName && _seen.Add((_user.FullName, used.FullName)))
        {
            _uses.Add(new TypeUse(_user, used, _where));
        }
    }

    private static void Visit<T>(IEnumerable<T> items, Action<T> visit)
    {
        foreach (T item in items)
        {
            visit(item);
        }
    }
}
